/** Pages about jobs and plans. */
@NullMarked
package dev.garrison.server.page.job;

import org.jspecify.annotations.NullMarked;
