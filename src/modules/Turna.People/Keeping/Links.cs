namespace Turna.People.Keeping;

/// <summary>The kinds of link tokens between a person and what is kept about her.</summary>
internal static class Links
{
    public const string Consent = "consent";
    public const string Journey = "journey";
    public const string Relation = "relation";
    public const string Attachment = "attachment";
    public const string Twin = "twin";
}
