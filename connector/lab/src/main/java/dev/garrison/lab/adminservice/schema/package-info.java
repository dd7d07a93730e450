/** Class tables: the members of each provider class, and the sources for them. */
@NullMarked
package dev.garrison.lab.adminservice.schema;

import org.jspecify.annotations.NullMarked;
