"""What the reader says of the figures: to look over, save, load again and build with."""

from presslens.dashboard import review_desk, shell

view = shell.page("review")

review_desk.sum_up(view)
review_desk.entries(view)
review_desk.save_and_load(view)
