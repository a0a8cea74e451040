namespace Turna.People.Contracts;

/// <summary>What a consent is for.</summary>
public enum ConsentPurpose
{
    /// <summary>That we keep her record and work for her.</summary>
    Service,

    /// <summary>That we pass facts about her to somebody named.</summary>
    Referral,

    /// <summary>That she is counted in statistics.</summary>
    Statistics,

    /// <summary>That researchers may use what she told, without her name.</summary>
    Research,

    /// <summary>That her story may be published.</summary>
    Publication,
}
