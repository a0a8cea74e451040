namespace Turna.Statistics.Survey;

/// <summary>
/// Input that the analyst can mend: an unknown column, a weight below zero, a stratum with one sampling unit and no rule for it.
/// The message names the column, the row (counted from 1 below the header) and the rule that is broken; nothing has been computed.
/// </summary>
/// <param name="message">What is wrong and where, in one sentence.</param>
public sealed class SurveyInputException(string message) : Exception(message);
