"""The app. Calls the services of Coach; holds no rule and touches no file."""
