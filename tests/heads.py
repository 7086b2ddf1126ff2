"""What the made articles begin with and say, in either script."""

TITLE = "新模型公布的那一天"
HEADLINE_HANT = "雲端畫室推出新版工具 價格降一半"
HEADLINE_HANS = "云端画室推出新版工具 价格降一半"
HANT = "這家公司公布了新的視頻模型，可以根據一句話生成二十秒的畫面。\n業內人士認為，算力仍然是最大的難題，價格也還沒有確定。"
HANS = "这家公司公布了新的视频模型，可以根据一句话生成二十秒的画面。\n业内人士认为，算力仍然是最大的难题，价格也还没有确定。"
