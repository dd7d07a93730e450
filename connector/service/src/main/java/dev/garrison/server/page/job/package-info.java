/** Pages about jobs, what they came to, and the service itself. */
@NullMarked
package dev.garrison.server.page.job;

import org.jspecify.annotations.NullMarked;
