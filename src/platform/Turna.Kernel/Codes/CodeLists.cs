namespace Turna.Kernel.Codes;

/// <summary>The reference lists that ship with the program (<c>content/codes</c>), read once and never changed.</summary>
public sealed class CodeLists
{
    private static readonly Lazy<CodeLists> Loaded = new(() => new CodeLists());

    private CodeLists()
    {
    }

    public static CodeLists Shipped => Loaded.Value;

    /// <summary>ISO 3166-1: code alpha-2, column <c>alpha3</c>.</summary>
    public CodeList Countries { get; } = CodeList.From(CodeTable.Shipped("countries"), CodeTable.Shipped("countries.spellings"));

    /// <summary>ISO 4217: columns <c>minor_units</c>, <c>symbol</c>, <c>countries</c> (alpha-2, by spaces).</summary>
    public CodeList Currencies { get; } = CodeList.From(CodeTable.Shipped("currencies"), CodeTable.Shipped("currencies.spellings"));

    /// <summary>Topics of consultations, a tree; column <c>sensitivity</c> is <c>standard</c> or <c>restricted</c>.</summary>
    public CodeList Topics { get; } = CodeList.From(CodeTable.Shipped("topics"), CodeTable.Shipped("topics.spellings"));

    /// <summary>Places of Kyrgyzstan by SOATE: level 1 (oblasts and the two cities) and level 2 (districts and towns) under it.</summary>
    public CodeList Places { get; } = CodeList.From(CodeTable.Shipped("places"), CodeTable.Shipped("places.spellings"));

    /// <summary>Ways a consultation reaches the office.</summary>
    public CodeList Channels { get; } = CodeList.From(CodeTable.Shipped("channels"), CodeTable.Shipped("channels.spellings"));

    /// <summary>Kinds of services provided to people.</summary>
    public CodeList Services { get; } = CodeList.From(CodeTable.Shipped("services"));

    /// <summary>The oblast (or one of the two cities that stand beside them) a place lies in; itself at level 1.</summary>
    public Code OblastOf(Code place) =>
        place.Parent is { } parent && Places.TryFind(parent, out var oblast) ? oblast : place;
}
