/** Comparison of servers with the manifest, without any requests to the site. */
@NullMarked
package dev.garrison.fleet.compliance;

import org.jspecify.annotations.NullMarked;
