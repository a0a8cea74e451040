namespace Turna.Statistics.Survey;

/// <summary>Rules for a quantile of a weighted sample (Hyndman and Fan 1996, weighted as in R's survey; Shah and Vaish 2006).</summary>
public enum QuantileRule
{
    /// <summary>The smallest value whose cumulated share reaches p.</summary>
    Math,

    /// <summary>As <see cref="Math"/>, but the midpoint when p is reached exactly.</summary>
    School,

    /// <summary>Shah and Vaish.</summary>
    ShahVaish,

    /// <summary>Hyndman–Fan 1.</summary>
    Hf1,

    /// <summary>Hyndman–Fan 2.</summary>
    Hf2,

    /// <summary>Hyndman–Fan 3.</summary>
    Hf3,

    /// <summary>Hyndman–Fan 4.</summary>
    Hf4,

    /// <summary>Hyndman–Fan 5.</summary>
    Hf5,

    /// <summary>Hyndman–Fan 6.</summary>
    Hf6,

    /// <summary>Hyndman–Fan 7.</summary>
    Hf7,

    /// <summary>Hyndman–Fan 8.</summary>
    Hf8,

    /// <summary>Hyndman–Fan 9.</summary>
    Hf9,
}
