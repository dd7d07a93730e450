/** An application of Configuration Manager as values: what is wanted, or what is seen. */
@NullMarked
package dev.garrison.mecm.application.model;

import org.jspecify.annotations.NullMarked;
