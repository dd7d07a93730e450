/** The commands of jobs and of the service. */
@NullMarked
package dev.garrison.cli.service;

import org.jspecify.annotations.NullMarked;
