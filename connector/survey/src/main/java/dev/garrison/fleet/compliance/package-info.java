/** Whether servers are as the manifest says; pure. */
@NullMarked
package dev.garrison.fleet.compliance;

import org.jspecify.annotations.NullMarked;
