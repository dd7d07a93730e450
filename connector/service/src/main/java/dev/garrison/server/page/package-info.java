/**
 * The pages of the service: what each shows, from the history alone. Their forms are {@code
 * src/main/jte}.
 */
@NullMarked
package dev.garrison.server.page;

import org.jspecify.annotations.NullMarked;
