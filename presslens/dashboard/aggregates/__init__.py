"""What the pages count: frames in, smaller frames out, so that charts only draw and pages only lay out."""
