/** Work of each job in one run, including the check of the update servers. */
@NullMarked
package dev.garrison.work;

import org.jspecify.annotations.NullMarked;
