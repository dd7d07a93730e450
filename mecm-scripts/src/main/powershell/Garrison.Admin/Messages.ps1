# Messages of this module. Each message has a code; docs/reference/diagnostic-codes.md explains it. Messages of
# the program have their own codes.
$Text = @{
    ProgramMissing       = 'garrison.exe was not found next to this module or in the PATH of the machine. Specify it with -Program. [GAR-P030]'
    ProgramUnclear       = "'{0}' is not the full path of an existing program (.exe). [GAR-P031]"
    ProgramNotStarted    = '{0} could not be started: {1} [GAR-P032]'
    AnswerUnreadable     = '{0} ended with exit code {1}, and its output cannot be read: {2} [GAR-P033]'
    AnswerOfOtherVersion = "{0} returned the format '{1}', but this module reads '{2}'. Use the module and the program of the same package. [GAR-P034]"
    PlanWithoutFile      = 'This plan is not saved in a file, and only saved plans can be applied. Create it with Get-GarrisonPlan -OutFile. [GAR-P035]'
    PlanFileUnreadable   = '{0} cannot be read as a plan: {1} No changes were made. Create the plan with Get-GarrisonPlan -OutFile. [GAR-P036]'
    ChainBroken          = 'The hash chain of the journal is broken: {0} [GAR-P037]'
    PathUnclear          = "'{0}' is not a file system path: {1} [GAR-P038]"
    WordUnclear          = 'A value contains a character that is not allowed on a command line (U+0000). [GAR-P039]'
}
