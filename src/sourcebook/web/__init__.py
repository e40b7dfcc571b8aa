"""The desk in the browser: pages and a JSON API over one story."""
