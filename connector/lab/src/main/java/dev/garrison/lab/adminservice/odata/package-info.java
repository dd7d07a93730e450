/** The part of OData v4 that the AdminService is known to support; other requests are refused. */
@NullMarked
package dev.garrison.lab.adminservice.odata;

import org.jspecify.annotations.NullMarked;
