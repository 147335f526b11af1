"""Pieces of pages: they turn frames into figures and Streamlit elements, and never query."""
