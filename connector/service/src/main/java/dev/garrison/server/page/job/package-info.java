/** Pages about jobs, their results, and the service itself. */
@NullMarked
package dev.garrison.server.page.job;

import org.jspecify.annotations.NullMarked;
