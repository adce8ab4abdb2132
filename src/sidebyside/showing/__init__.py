"""What people see: tables, charts and evidence in notebooks, and the exported pages."""
