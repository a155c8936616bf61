"""Knowledge bases that stay where they are: in a store on disk or behind a SPARQL endpoint.

The verbs are those of `sobkb.KnowledgeBase`; what they need is fetched when it is needed, in batches, as
SPARQL 1.1 SELECTs that any store answers, and read by the same code that reads files.
"""
