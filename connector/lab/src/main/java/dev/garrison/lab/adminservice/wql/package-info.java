/** The part of WQL that collections of servers use; other queries are refused. */
@NullMarked
package dev.garrison.lab.adminservice.wql;

import org.jspecify.annotations.NullMarked;
