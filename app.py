"""The entrypoint of the dashboard: draws the frame and runs the chosen page."""

from presslens.dashboard import shell

shell.run()
