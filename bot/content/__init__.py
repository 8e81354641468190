"""Content: Dutch knowledge files to frozen, validated types."""
