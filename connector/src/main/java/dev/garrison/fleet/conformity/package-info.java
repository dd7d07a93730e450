/** Whether servers are as the manifest says; pure. */
@NullMarked
package dev.garrison.fleet.conformity;

import org.jspecify.annotations.NullMarked;
