"""The archive (资料室): years of back issues built by a few hands, and a ledger of what is done."""
