"""Django's PostgreSQL engine, with a shorter way for what every act asks."""
