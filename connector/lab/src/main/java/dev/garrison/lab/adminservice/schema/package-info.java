/** Class tables: what each provider class has, and where we know it from. */
@NullMarked
package dev.garrison.lab.adminservice.schema;

import org.jspecify.annotations.NullMarked;
