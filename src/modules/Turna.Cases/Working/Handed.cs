using Turna.Design;

namespace Turna.Cases.Working;

/// <summary>What is handed over: cases that are not closed, tasks that are not done, and calls back that are still to be made.</summary>
internal readonly record struct Handed(int Cases, int Tasks, int Calls)
{
    public bool IsNothing => Cases + Tasks + Calls == 0;

    /// <summary>The same in words: "2 open cases, one task".</summary>
    public string Words(Texts texts)
    {
        var parts = new List<string>();
        if (Cases > 0) parts.Add(texts.Plural(Cases, "one open case", "{0} open cases"));
        if (Tasks > 0) parts.Add(texts.Plural(Tasks, "one task", "{0} tasks"));
        if (Calls > 0) parts.Add(texts.Plural(Calls, "one call back", "{0} calls back"));
        return parts.Count == 0 ? texts["nothing"] : string.Join(", ", parts);
    }
}
