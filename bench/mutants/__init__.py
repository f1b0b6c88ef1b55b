"""Mutation testing: one small fault at a time is put into the house; does a test see it?"""
