"""Speakers under the Chatham House Rule: nothing that leaves the library tells who they are."""
