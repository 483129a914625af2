//! The tag tree while it grows: what is read aloud, in which order, as what.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, Node as PdfNode, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// What a part of the document is.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Section,
    Heading(u16, String),
    Paragraph,
    List,
    Item,
    Label,
    Body,
    Contents,
    ContentsItem,
    Table,
    TableHead,
    TableBody,
    Row,
    ColumnHead,
    RowHead,
    Cell,
    Figure(String),
    Code,
}

impl Kind {
    fn into_tag(self) -> TagKind {
        match self {
            Self::Section => Tag::Section.into(),
            Self::Heading(level, title) => {
                Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(title)).into()
            }
            Self::Paragraph => Tag::P.into(),
            Self::List => Tag::L(ListNumbering::Disc).into(),
            Self::Item => Tag::LI.into(),
            Self::Label => Tag::Lbl.into(),
            Self::Body => Tag::LBody.into(),
            Self::Contents => Tag::TOC.into(),
            Self::ContentsItem => Tag::TOCI.into(),
            Self::Table => Tag::Table.into(),
            Self::TableHead => Tag::THead.into(),
            Self::TableBody => Tag::TBody.into(),
            Self::Row => Tag::TR.into(),
            Self::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
            Self::RowHead => Tag::TH(TableHeaderScope::Row).into(),
            Self::Cell => Tag::TD.into(),
            Self::Figure(alternative) => Tag::Figure(Some(alternative)).into(),
            Self::Code => Tag::Code.into(),
        }
    }
}

/// A part of the tree, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node(usize);

struct Branch {
    kind: Kind,
    children: Vec<Child>,
}

enum Child {
    Branch(usize),
    Leaf(Identifier),
}

/// The tree.
#[derive(Default)]
pub(crate) struct Tags {
    branches: Vec<Branch>,
    roots: Vec<usize>,
}

impl Tags {
    /// Adds a part below another, or at the top.
    pub(crate) fn add(&mut self, below: Option<Node>, kind: Kind) -> Node {
        let index = self.branches.len();
        self.branches.push(Branch { kind, children: Vec::new() });
        match below.and_then(|node| self.branches.get_mut(node.0)) {
            Some(branch) => branch.children.push(Child::Branch(index)),
            None => self.roots.push(index),
        }
        Node(index)
    }

    /// What was drawn belongs to a part.
    pub(crate) fn drawn(&mut self, node: Node, leaf: Identifier) {
        if let Some(branch) = self.branches.get_mut(node.0) {
            branch.children.push(Child::Leaf(leaf));
        }
    }

    /// The whole tree.
    pub(crate) fn into_tree(self, language: &str) -> TagTree {
        let mut branches: Vec<Option<Branch>> = self.branches.into_iter().map(Some).collect();
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for root in self.roots {
            tree.push(group(&mut branches, root));
        }
        tree
    }
}

/// The tree is as deep as a table in a section, whatever its size.
fn group(branches: &mut Vec<Option<Branch>>, index: usize) -> TagGroup {
    let Some(branch) = branches[index].take() else { return TagGroup::new(Tag::Div) };
    let mut children: Vec<PdfNode> = Vec::with_capacity(branch.children.len());
    for child in branch.children {
        children.push(match child {
            Child::Leaf(leaf) => leaf.into(),
            Child::Branch(index) => group(branches, index).into(),
        });
    }
    TagGroup::with_children(branch.kind.into_tag(), children)
}
