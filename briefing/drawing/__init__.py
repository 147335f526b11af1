"""What pictures and paper are made with: SVG trees, texts for XML, PNG, the packaged faces."""
