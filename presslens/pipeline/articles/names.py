"""Tell Chinese personal names by their surname and length."""

from __future__ import annotations

import re

from presslens.pipeline.articles.outlets import outlet_named
from presslens.pipeline.articles.script import matching_copy

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白"
    "邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝"
    "包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景"
    "党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝楼楚闻宓晓欧竺阚濮郗鄢晁阙鞠蔺栗粟缪燕匡庾辜洪赖傅萧阎丘廉屠揭郜冀冼荆"
)
# Of two characters.
_LONG_SURNAMES = "欧阳|司徒|司马|上官|诸葛|慕容|皇甫|夏侯|令狐|尉迟|公孙|端木|张简|范姜"
PERSON = rf"(?:(?:{_LONG_SURNAMES})[\u3400-\u9fff]{{1,2}}|[{SURNAMES}][\u3400-\u9fff]{{1,2}})"
_LONG_NAME = re.compile(rf"(?:{_LONG_SURNAMES})[\u3400-\u9fff]{{2}}")


def is_person(name: str) -> bool:
    """Tell a Chinese personal name by its surname and length.

    >>> is_person("林小明"), is_person("歐陽小明"), is_person("數位時代")
    (True, True, False)
    """
    if not 2 <= len(name) <= 4:
        return False
    match = matching_copy(name)
    if len(name) == 4:
        return _LONG_NAME.fullmatch(match) is not None and outlet_named(name) is None
    return match[0] in SURNAMES and match.isalpha() and outlet_named(name) is None
