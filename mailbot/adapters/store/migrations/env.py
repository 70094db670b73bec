"""Alembic's entry: run by `Database.migrate` on a connection that is already open, never from alembic's own command."""

from alembic import context

from mailbot.adapters.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # the caller's transaction holds all of it
    render_as_batch=True,  # SQLite can't alter most things in place
)
context.run_migrations()
