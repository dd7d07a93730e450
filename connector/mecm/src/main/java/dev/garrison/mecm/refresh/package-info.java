/**
 * Makes the site evaluate collections, and notifies clients to fetch policy. Both are needed
 * between a server's leaving one collection and joining another.
 */
@NullMarked
package dev.garrison.mecm.refresh;

import org.jspecify.annotations.NullMarked;
