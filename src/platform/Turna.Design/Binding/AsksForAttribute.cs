namespace Turna.Design;

/// <summary>Which days are meant by a question.</summary>
public enum AskedDay
{
    /// <summary>A day of these times.</summary>
    OfLate,

    /// <summary>A day that is still to come.</summary>
    Ahead,

    /// <summary>The day or the year in which somebody was born.</summary>
    Birth,
}

/// <summary>Says which days a field asks for, so that whoever writes one that does not exist is given an example that would be an answer.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AsksForAttribute(AskedDay day) : Attribute
{
    public AskedDay Day => day;
}
