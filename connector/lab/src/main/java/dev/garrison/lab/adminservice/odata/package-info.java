/** The part of OData v4 that the AdminService was seen to understand; the rest is refused. */
@NullMarked
package dev.garrison.lab.adminservice.odata;

import org.jspecify.annotations.NullMarked;
