/** What an install command does to a simulated device. */
@NullMarked
package dev.garrison.lab.adminservice.installer;

import org.jspecify.annotations.NullMarked;
