/** What the console adds: folders, security scopes, client settings. */
@NullMarked
package dev.garrison.lab.adminservice.console;

import org.jspecify.annotations.NullMarked;
