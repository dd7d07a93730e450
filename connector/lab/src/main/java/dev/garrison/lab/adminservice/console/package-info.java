/** Objects of the console: folders and security scopes. */
@NullMarked
package dev.garrison.lab.adminservice.console;

import org.jspecify.annotations.NullMarked;
