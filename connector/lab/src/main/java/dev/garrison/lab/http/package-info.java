/** Shared HTTP parts of the lab's services: access control, and complete or broken answers. */
@NullMarked
package dev.garrison.lab.http;

import org.jspecify.annotations.NullMarked;
