"""面: what each kind of user sees of the same acts. No models, no rules."""
