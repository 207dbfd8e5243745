"""From a page to the claims it makes: its text and dates, its sentences, and what each of them asserts."""
