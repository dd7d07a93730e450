/** Effect of an install command on a simulated device. */
@NullMarked
package dev.garrison.lab.adminservice.installer;

import org.jspecify.annotations.NullMarked;
