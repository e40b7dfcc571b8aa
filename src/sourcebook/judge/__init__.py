"""What stands of what is said: statuses, origins, responses, conflicts."""
