"""What people see of many texts: who stands with whom, on which claims, since when, in whose words."""
