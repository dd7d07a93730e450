/** CMPivot: queries to clients that are on, and their answers. */
@NullMarked
package dev.garrison.lab.adminservice.pivot;

import org.jspecify.annotations.NullMarked;
