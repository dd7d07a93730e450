/**
 * Pages of the dashboard: their content, read from the history alone. Their templates are in {@code
 * src/main/jte}.
 */
@NullMarked
package dev.garrison.server.page;

import org.jspecify.annotations.NullMarked;
