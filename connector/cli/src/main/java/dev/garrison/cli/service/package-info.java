/** The commands of jobs and of the service: runs, tokens, and what support asks for. */
@NullMarked
package dev.garrison.cli.service;

import org.jspecify.annotations.NullMarked;
