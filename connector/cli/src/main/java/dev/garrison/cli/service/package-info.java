/** Commands for the service: its jobs and their runs, webhooks, tokens and support bundles. */
@NullMarked
package dev.garrison.cli.service;

import org.jspecify.annotations.NullMarked;
