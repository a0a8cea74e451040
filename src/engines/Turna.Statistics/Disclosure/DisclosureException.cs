namespace Turna.Statistics.Disclosure;

/// <summary>Cells, dimensions or rules that contradict one another; the message names the table, cell or rule.</summary>
public sealed class DisclosureException(string message) : Exception(message);
