# A sample of the Garrison project for its demonstration. It stands in for Microsoft's install.ps1, installs nothing
# and leaves with 0. The real one: https://github.com/microsoft/mdefordownlevelserver
exit 0
